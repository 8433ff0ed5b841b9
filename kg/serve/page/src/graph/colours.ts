// Colours of the drawing, which is no part of the style sheet: read from it, and made to stand out from the ground.

export interface Palette {
  dark: boolean;
  ink: string;
  quiet: string;
  ground: string;
  faded: string;
  fadedEdge: string;
  stances: Record<string, string>;
}

export function palette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string) => style.getPropertyValue(name).trim();
  return {
    dark: value("--dark") === "1",
    ink: value("--ink"),
    quiet: value("--quiet"),
    ground: value("--ground"),
    faded: value("--faded"),
    fadedEdge: value("--faded-edge"),
    stances: { cooperation: value("--cooperation"), conflict: value("--conflict"), neutral: value("--neutral") },
  };
}

/** A colour as light as needed to be seen on a dark ground, or as dark on a light one. */
export function standingOut(colour: string, dark: boolean): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const luminance = (0.299 * parts[0]! + 0.587 * parts[1]! + 0.114 * parts[2]!) / 255;
  const goal = dark ? Math.max(0, 0.5 - luminance) / (1 - luminance) : 0;
  return `#${parts.map((part) => Math.round(part + (255 - part) * goal).toString(16).padStart(2, "0")).join("")}`;
}

/** A colour as it looks when `share` of it covers a ground (the drawing cannot be transparent on all grounds). */
export function mixed(colour: string, ground: string, share: number): string {
  return `#${[1, 3, 5].map((at) => {
    const [one, other] = [colour, ground].map((each) => Number.parseInt(each.slice(at, at + 2), 16));
    return Math.round(one! * share + other! * (1 - share)).toString(16).padStart(2, "0");
  }).join("")}`;
}
