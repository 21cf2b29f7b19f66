import { useEffect, useRef, useState } from "react";
import { answerItem, goBack, interruptionsNow, nextItem, startAdministration } from "stalker-typology";

const unknown = { not_sure: { label: "I am not sure" }, prefer_not: { label: "I would rather not say" } };

/** Asks one form, a question at a time. `onDone` gets the finished administration: plain data, kept nowhere. */
export function QuestionForm({ instrument, respondent = "target", onDone }) {
  const [now, setNow] = useState(() => startAdministration(instrument, { respondent }));
  const id = nextItem(instrument, now);
  const item = id === null ? undefined : instrument.items[id];

  // A keyboard and a screen reader go on from the new question.
  const heading = useRef(null);
  const shown = useRef(id);
  useEffect(() => {
    if (shown.current !== id) heading.current.focus();
    shown.current = id;
  }, [id]);

  function choose(code) {
    const taken = answerItem(instrument, now, id, code);
    if (!taken.ok) return;
    setNow(taken.value);
    if (nextItem(instrument, taken.value) === null) onDone?.(taken.value);
  }

  return (
    <section>
      {interruptionsNow(instrument, now).map(({ says }) => (
        <p key={says} role="alert">
          {says}
        </p>
      ))}
      {item === undefined ? (
        <h1 ref={heading} tabIndex={-1}>
          Thank you
        </h1>
      ) : (
        <fieldset>
          <legend>
            <h1 ref={heading} tabIndex={-1}>
              {item.text[respondent]}
            </h1>
          </legend>
          {Object.entries({ ...item.responses.options, ...unknown }).map(([code, { label }]) => (
            <button key={code} type="button" onClick={() => choose(code)}>
              {label}
            </button>
          ))}
        </fieldset>
      )}
      {now.history.length > 0 && (
        <button type="button" onClick={() => setNow(goBack(now))}>
          Back
        </button>
      )}
    </section>
  );
}
