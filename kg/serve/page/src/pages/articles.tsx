// The list of articles, with what each gave.
import { useState } from "preact/hooks";
import { usePages } from "../ask";
import { dateText, number, useSpeech } from "../language";
import { LanguageTag, Loaded, More, sourceName } from "../parts/common";
import { useTitle } from "../parts/title";
import { type Parameters, page } from "../route";
import type { ArticleList } from "../types";

const PAGE = 50;

export function Articles(_: { given: Parameters }) {
  const { words, language } = useSpeech();
  const [typed, setTyped] = useState("");
  const { asked, more } = usePages<ArticleList>("articles", { q: typed }, PAGE);
  useTitle(words.articles);
  return (
    <>
      <div class="section-head">
        <h1 class="small">{words.articles}</h1>
        <input type="search" class="field" placeholder={words.filterArticles} aria-label={words.filterArticles} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      </div>
      <Loaded asked={asked}>
        {(answers) => (
          <>
            <p class="quiet" role="status">{words.articleCount(answers[0]!.total)}</p>
            <ul class="articles">
              {articlesOf(answers).map((article) => (
                <li key={article.iri}>
                  <a href={page(article.iri)}>
                    <span class="articles-date">{article.date ? dateText(article.date, language, "short") : words.noDate}</span>
                    <span class="articles-name" lang={article.language}>{sourceName(article, article.iri)}</span>
                    <span class="quiet articles-more"><LanguageTag code={article.language} /> {article.publisher || article.identifier}</span>
                    <span class="quiet articles-given">
                      {words.eventCount(article.given.events)} · {words.entityCount(article.given.entities)}
                      {article.given.shared > 0 && ` · ${number(article.given.shared, language)} ${words.toldByMany}`}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
            <More shown={articlesOf(answers).length} total={answers[0]!.total} onMore={more} />
          </>
        )}
      </Loaded>
    </>
  );
}

const articlesOf = (answers: ArticleList[]) => answers.flatMap((each) => each.articles);
