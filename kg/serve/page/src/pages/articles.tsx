// The list of articles, with what each gave.
import { useState } from "preact/hooks";
import { useAsk } from "../ask";
import { dateText, number, useSpeech } from "../language";
import { LanguageTag, Loaded, sourceName } from "../parts/common";
import { useTitle } from "../parts/title";
import { type Parameters, page } from "../route";
import type { ArticleList } from "../types";

const PAGE = 50;

export function Articles(_: { given: Parameters }) {
  const { words, language } = useSpeech();
  const [typed, setTyped] = useState("");
  const [limit, setLimit] = useState(PAGE);
  const asked = useAsk<ArticleList>("articles", { q: typed, limit: String(limit) }, true);
  useTitle(words.articles);
  return (
    <>
      <div class="section-head">
        <h1 class="small">{words.articles}</h1>
        <input type="search" class="field" placeholder={words.filterArticles} aria-label={words.filterArticles} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      </div>
      <Loaded asked={asked}>
        {(answer) => (
          <>
            <p class="quiet" role="status">{words.articleCount(answer.total)}</p>
            <ul class="articles">
              {answer.articles.map((article) => (
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
            {answer.articles.length < answer.total && (
              <button type="button" class="button quiet" onClick={() => setLimit(Math.min(500, limit * 2))}>{words.more} ({words.of(answer.articles.length, answer.total)})</button>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
