import { answersFile, type Loaded, readAnswers } from "./answers-file.ts";
import { type Asking, begin } from "./asking.ts";
import { formNamed } from "./forms.ts";
import { questionView } from "./question-view.ts";
import { quickExit } from "./quick-exit.ts";
import { resultView } from "./result-view.ts";
import { reviewView } from "./review-view.ts";
import { saveFile } from "./save-file.ts";
import { startView } from "./start-view.ts";
import { respondentOf, type Who } from "./who.ts";

/** Everything that this page knows. It lives here and nowhere else, and `wipe` forgets it. */
let asked: ReadonlyMap<string, Asking> = new Map();
let who: Who = "target";

const main = document.getElementById("main");

function show(nodes: readonly Node[]): void {
  main?.replaceChildren(...nodes);
  scrollTo(0, 0);
  main?.querySelector("h1")?.focus();
}

function wipe(): void {
  asked = new Map();
  who = "target";
  main?.replaceChildren();
}

function showStart(issues: Loaded["issues"] = []): void {
  wipe();
  show(
    startView(
      {
        begin: (choice) => {
          who = choice.who;
          openForm(choice.form, choice.pages);
        },
        open: (file, pages) => void openFile(file, pages),
      },
      issues,
    ),
  );
}

function openForm(id: string, pages: Asking["pages"]): void {
  const form = formNamed(id);
  const now = asked.get(id) ?? (form === undefined ? undefined : begin(form, respondentOf(who), pages));
  if (now !== undefined) showAsking(now);
}

function showAsking(now: Asking): void {
  if (now.page.length === 0) showReview(now);
  else {
    asked = new Map(asked).set(now.form.instrument.id, now);
    show(questionView(now, { to: showAsking, review: (now) => showReview(now), form: openOther }));
  }
}

/** Another form in between: the first one stays as it is and can be gone on with. */
function openOther(now: Asking, id: string): void {
  asked = new Map(asked).set(now.form.instrument.id, now);
  openForm(id, now.pages);
}

function showReview(now: Asking, issues: Loaded["issues"] = []): void {
  asked = new Map(asked).set(now.form.instrument.id, now);
  show(
    reviewView(
      now,
      {
        to: showAsking,
        result: () => showResult(now),
        save: () => saveFile("answers.json", "application/json", answersFile([...asked.values()])),
        form: (id) => openOther(now, id),
      },
      issues,
    ),
  );
}

function showResult(now: Asking): void {
  show(
    resultView([...asked.values()], who, {
      review: () => showReview(now),
      save: (page) => saveFile("page.html", "text/html", page),
      clear: () => showStart(),
    }),
  );
}

async function openFile(file: File, pages: Asking["pages"]): Promise<void> {
  const { read, issues } = await readAnswers(file, pages);
  const [first] = read;
  showStart(issues);
  if (first === undefined) return;
  who = first.administration.respondent === "target" ? "target" : "professional";
  asked = new Map(read.map((each) => [each.form.instrument.id, each]));
  showReview(first, issues);
}

quickExit(wipe);
showStart();
