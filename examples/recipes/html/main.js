import { answerItem, formFor, goBack, interruptionsNow, nextItem, score, startAdministration } from "stalker-typology";
import { quickScreen } from "stalker-typology/content/instruments/quick-screen";

const place = document.getElementById("form");
let now = startAdministration(quickScreen, { respondent: "target" });

show();

function show() {
  const id = nextItem(quickScreen, now);
  place.replaceChildren(...pauses(), ...(id === null ? result() : question(id)));
}

/** One question. Its words go in as text, never as markup. */
function question(id) {
  const { text, responses } = formFor(quickScreen, now.respondent).items[id];
  const choices = {
    ...responses.options,
    not_sure: { label: "I am not sure" },
    prefer_not: { label: "I would rather not say" },
  };
  return [
    heading(text.target),
    ...Object.entries(choices).map(([code, { label }]) => button(label, () => answer(id, code))),
    ...(now.history.length === 0 ? [] : [button("Back", () => set(goBack(now)))]),
  ];
}

function answer(id, code) {
  const taken = answerItem(quickScreen, now, id, code);
  if (taken.ok) set(taken.value);
}

/** What the last answer calls for, shown at once. */
function pauses() {
  return interruptionsNow(quickScreen, now).map(({ says }) => Object.assign(make("p", says), { role: "alert" }));
}

/** The person it happens to is shown what was answered, and no level. */
function result() {
  const asOf = new Date().toISOString().slice(0, 10);
  const { completeness } = score(quickScreen, now.answers, {
    asOf,
    window: { from: null, to: asOf },
    respondent: "target",
  });
  return [heading("Thank you"), make("p", `Answered: ${completeness.answered} of ${completeness.items}.`)];
}

function set(next) {
  now = next;
  show();
  place.querySelector("h1").focus(); // so that a keyboard and a screen reader go on from the new question
}

function heading(text) {
  return Object.assign(make("h1", text), { tabIndex: -1 });
}

function make(name, text) {
  return Object.assign(document.createElement(name), { textContent: text });
}

function button(text, press) {
  return Object.assign(make("button", text), { type: "button", onclick: press });
}
