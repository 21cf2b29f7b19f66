/** Where the page goes. It must say nothing of why somebody left, and open without a form or a question. */
const elsewhere = "https://www.bbc.co.uk/weather";

/**
 * Leaves at once when a link with `data-leave` is used, or Shift is pressed three times within five seconds: wipes,
 * hides the page and puts another in its place, so that going back does not lead here. The history keeps its entry, and
 * the start page says so. After the pattern "Exit this page" of the GOV.UK Design System.
 */
export function quickExit(wipe: () => void): void {
  const leave = () => {
    wipe();
    const cover = document.createElement("div");
    cover.className = "cover";
    cover.setAttribute("role", "alert");
    cover.textContent = "Loading.";
    document.title = "Loading";
    document.body.replaceChildren(cover);
    location.replace(elsewhere);
  };
  for (const link of document.querySelectorAll("[data-leave]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leave();
    });
  }
  countPresses(leave);
  // A page that the browser keeps for going back must hold nothing either.
  addEventListener("pagehide", wipe);
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload();
  });
}

/** Shift counts only if nothing was pressed with it: capital letters do not, nor does Alt with Shift for another keyboard layout. */
function countPresses(leave: () => void): void {
  const told = document.querySelector(".presses");
  let presses = 0;
  let withAnother = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (text: string) => {
    if (told !== null) told.textContent = text;
  };
  // Somebody who hears the page instead of seeing it must know that the next press is a first one again.
  const forget = () => {
    presses = 0;
    tell("You are still on this page.");
    timer = setTimeout(() => tell(""), 5000);
  };
  addEventListener("keydown", ({ key, repeat, shiftKey, altKey, ctrlKey, metaKey }) => {
    if (key !== "Shift") withAnother = shiftKey;
    else if (!repeat) withAnother = altKey || ctrlKey || metaKey;
  });
  addEventListener("keyup", ({ key }) => {
    if (key !== "Shift") return;
    if (withAnother) {
      withAnother = false;
      return;
    }
    presses += 1;
    clearTimeout(timer);
    timer = setTimeout(forget, 5000);
    if (presses === 3) leave();
    else tell(presses === 1 ? "Shift. Press it 2 more times to leave." : "Shift. Press it 1 more time to leave.");
  });
}
