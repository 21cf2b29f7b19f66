import { answersFile, type Loaded, readAnswers } from "./answers-file.ts";
import { type Asking, askItem, begin, itemsToCome } from "./asking.ts";
import { element } from "./element.ts";
import { formNamed } from "./forms.ts";
import { questionView } from "./question-view.ts";
import { quickExit } from "./quick-exit.ts";
import { resultView } from "./result-view.ts";
import { reviewView } from "./review-view.ts";
import { saveFile } from "./save-file.ts";
import { startView } from "./start-view.ts";
import { today } from "./today.ts";
import { respondentOf, type Who } from "./who.ts";

/** Everything that this page knows. It lives here and nowhere else, and `wipe` forgets it. */
let asked: ReadonlyMap<string, Asking> = new Map();
let who: Who = "target";

const main = document.getElementById("main");

/**
 * Puts up a page and its title, and takes the focus to what is wrong, or else to the heading. A page is one element and
 * starts with a line above its heading: once the old page is gone with the focus in it, Orca goes to the first words of
 * the new one in silence, so the heading must not be these, or it would never be read.
 */
function show(step: string, nodes: readonly Node[]): void {
  main?.replaceChildren(element("div", { id: "page" }, ...nodes));
  scrollTo(0, 0);
  const faults = main?.querySelector<HTMLElement>(".faults[tabindex], [aria-invalid]");
  document.title = `${faults ? "Error: " : ""}${step} – Questions`;
  (faults ?? main?.querySelector("h1"))?.focus();
}

function wipe(): void {
  asked = new Map();
  who = "target";
  main?.replaceChildren();
}

function showStart(issues: Loaded["issues"] = []): void {
  wipe();
  show("Before you start", startNodes(issues));
}

function startNodes(issues: Loaded["issues"]): readonly Node[] {
  return startView(
    {
      begin: (choice) => {
        who = choice.who;
        openForm(choice.form, choice.pages);
      },
      open: (file, pages) => void openFile(file, pages),
    },
    issues,
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
    show("Now asked", questionView(now, { to: showAsking, review: (now) => showReview(now), form: openOther }));
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
    "Check your answers",
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
  const all = [...asked.values()];
  const [toCome] = all.flatMap((each) => itemsToCome(each, today()).map((id) => askItem(each, id)));
  if (toCome !== undefined)
    showAsking(toCome); // its question says what is wrong
  else {
    show(
      "Your answers together",
      resultView(all, who, {
        review: () => showReview(now),
        save: (page) => saveFile("page.html", "text/html", page),
        clear: () => showStart(),
      }),
    );
  }
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
// The first page keeps the focus at its top, so that the way to leave is what is read first.
main?.replaceChildren(element("div", { id: "page" }, ...startNodes([])));
