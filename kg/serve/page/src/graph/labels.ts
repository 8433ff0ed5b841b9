// Which labels there is room for, the largest nodes first, and how they are drawn: below their node, on a halo.
import type Sigma from "sigma";
import type { Palette } from "./colours";

export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
const HEIGHT = 15;
const CELL = 80;
const COLUMN = 4096; // more cells than a screen is high
const MARGIN = 100;
// The labels of so many neighbours are drawn even where they overlap.
const FEW = 40;
const MANY = 300;

export interface Labelled {
  key: string;
  x: number;
  y: number;
  size: number;
  label: string;
}

type Box = [left: number, top: number, right: number, bottom: number];

const overlap = (one: Box, other: Box) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

const fontSize = (size: number) => Math.max(11, Math.min(15, 9 + size * 0.28));

export class Labels {
  private readonly widths = new Map<string, number>();
  private readonly pen = document.createElement("canvas").getContext("2d")!;

  /** The labels in view that there is room for: first of what is near the pointer, then by size. */
  private placed(sigma: Sigma, near: ReadonlySet<string>): Labelled[] {
    const { width, height } = sigma.getDimensions();
    const grid = new Map<number, Box[]>();
    const keep = (box: Box) => touched(box).forEach((cell) => grid.get(cell)?.push(box) ?? grid.set(cell, [box]));
    const seen = this.ordered(sigma, near).filter(({ x, y }) => x > -MARGIN && x < width + MARGIN && y > -MARGIN && y < height + MARGIN);
    // Among many nodes a label may cover smaller ones: there would be room for none else.
    const many = seen.length > MANY;
    if (!many) seen.forEach((node) => keep(disc(node)));
    return seen.filter((node) => {
      if (many) keep(disc(node));
      const box = this.box(node);
      const free = touched(box).every((cell) => !grid.get(cell)?.some((other) => overlap(box, other)));
      const shown = free || (near.has(node.key) && near.size < FEW);
      if (shown) keep(box);
      return shown;
    });
  }

  /** Draw them, on the layer that the renderer keeps for labels and has just cleared. */
  draw(sigma: Sigma, near: ReadonlySet<string>, colours: Palette): void {
    this.write(sigma, this.placed(sigma, near), colours);
  }

  /** Draw the label of a node that is being dragged, and lines to those that it is tied to. */
  drawHeld(sigma: Sigma, held: string, tied: string[], colours: Palette): void {
    const context = sigma.getCanvases().labels!.getContext("2d")!;
    const place = (key: string) => sigma.framedGraphToViewport(sigma.getNodeDisplayData(key)!);
    const from = place(held);
    context.strokeStyle = colours.quiet;
    context.lineWidth = 1;
    context.beginPath();
    for (const to of tied.map(place)) {
      context.moveTo(from.x, from.y);
      context.lineTo(to.x, to.y);
    }
    context.stroke();
    this.write(sigma, this.ordered(sigma, new Set([held])).slice(0, 1), colours);
  }

  private write(sigma: Sigma, labels: Labelled[], colours: Palette): void {
    const context = sigma.getCanvases().labels!.getContext("2d")!;
    context.textAlign = "center";
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = colours.ground;
    context.fillStyle = colours.ink;
    for (const { label, size, x, y } of labels) {
      context.font = `500 ${fontSize(size)}px ${FONT}`;
      const bottom = y + size + fontSize(size) + 1;
      context.strokeText(label, x, bottom);
      context.fillText(label, x, bottom);
    }
    context.textAlign = "start";
  }

  private ordered(sigma: Sigma, near: ReadonlySet<string>): Labelled[] {
    const found: Labelled[] = [];
    sigma.getGraph().forEachNode((key) => {
      const data = sigma.getNodeDisplayData(key);
      if (!data?.label || data.hidden) return;
      const place = sigma.framedGraphToViewport(data);
      found.push({ key, label: data.label, size: sigma.scaleSize(data.size), x: place.x, y: place.y });
    });
    return found.sort((one, other) => Number(near.has(other.key)) - Number(near.has(one.key)) || other.size - one.size);
  }

  private box(node: Labelled): Box {
    const half = (this.width(node.label) * fontSize(node.size)) / 24 + 3;
    const top = node.y + node.size;
    return [node.x - half, top, node.x + half, top + HEIGHT];
  }

  /** The width of a text at 12 pixels. */
  private width(text: string): number {
    const known = this.widths.get(text);
    if (known !== undefined) return known;
    this.pen.font = `500 12px ${FONT}`;
    const width = this.pen.measureText(text).width;
    this.widths.set(text, width);
    return width;
  }
}

function disc({ x, y, size }: Labelled): Box {
  const reach = size * 0.8;
  return [x - reach, y - reach, x + reach, y + reach];
}

/** The cells of a grid that a box covers, as numbers. */
function touched([left, top, right, bottom]: Box): number[] {
  const found = [];
  for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1) {
    for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) found.push(x * COLUMN + y);
  }
  return found;
}

/** A node under the pointer: a ring, and its label on the ground of the page. */
export function drawHover(context: CanvasRenderingContext2D, node: { x: number; y: number; size: number; label?: string | null }, colours: Palette): void {
  context.beginPath();
  context.arc(node.x, node.y, node.size + 2.5, 0, 2 * Math.PI);
  context.strokeStyle = colours.ink;
  context.lineWidth = 1.5;
  context.stroke();
  if (!node.label) return;
  context.font = `600 13px ${FONT}`;
  context.textAlign = "center";
  const half = context.measureText(node.label).width / 2 + 7;
  const top = node.y + node.size + 2;
  context.fillStyle = colours.ground;
  context.beginPath();
  context.roundRect(node.x - half, top, 2 * half, 22, 6);
  context.fill();
  context.strokeStyle = colours.quiet;
  context.lineWidth = 1;
  context.stroke();
  context.fillStyle = colours.ink;
  context.fillText(node.label, node.x, top + 15.5);
  context.textAlign = "start";
}
