// Checks away from the keys: in a worker, and only ever the newest text. Where a worker cannot be had (an old browser,
// a policy of the host), after a pause on the page itself.
import { find, type Found, type Settings } from "./answer";
import { Grammar } from "./read";

export interface Question {
  text: string;
  settings: Settings;
}
interface Numbered extends Question {
  number: number;
}
type Reply = { number: number; found: Found } | { number: number; failed: string } | { ready: true };

/** A worker that is still at an old text after this is given up for the newest. */
const PATIENCE = 2000;
/** A worker that does not say that it has started by then never will. */
const START = 8000;

/** The worker's side. */
export function serve(): void {
  const scope = globalThis as unknown as {
    onmessage: (event: MessageEvent<Numbered>) => void;
    postMessage(reply: Reply): void;
  };
  const grammar = new Grammar();
  scope.onmessage = ({ data: { number, text, settings } }) => {
    try {
      scope.postMessage({ number, found: find(text, settings, grammar) });
    } catch (error) {
      scope.postMessage({ number, failed: String(error) });
    }
  };
  scope.postMessage({ ready: true });
}

export interface Checker {
  /** Asks for the newest text; what is asked before and not answered yet is forgotten. */
  ask(question: Question): void;
}

export function makeChecker(answered: (found: Found, question: Question) => void): Checker {
  // Only the built page has its script inside; while it is developed there is no worker.
  const script = document.querySelector<HTMLScriptElement>("script[data-worker]");
  let url: string | undefined;
  let worker: Worker | undefined;
  let proven = false;
  let count = 0;
  let newest: Numbered | undefined; // not sent yet
  let sent: Numbered | undefined; // not answered yet
  let timer = 0;
  let pause = 60;
  const grammar = new Grammar();

  function start(): void {
    if (script === null) return;
    try {
      url ??= URL.createObjectURL(new Blob([script.textContent ?? ""], { type: "text/javascript" }));
      // A classic one: a page from a disk may not start a module from a blob.
      worker = new Worker(url, { name: "check" });
    } catch {
      return; // no worker here
    }
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if ("ready" in data) {
        proven = true;
        clearTimeout(timer);
        if (sent !== undefined) timer = window.setTimeout(late, PATIENCE);
        return;
      }
      if (data.number !== sent?.number) return;
      clearTimeout(timer);
      const question = sent;
      sent = undefined;
      if (newest !== undefined) send();
      else if ("found" in data) answered(data.found, question);
      else giveUp(question);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      giveUp(sent);
    };
  }

  function stop(): void {
    clearTimeout(timer);
    worker?.terminate();
    worker = sent = undefined;
  }

  /** From now on the page does it itself. */
  function giveUp(question: Numbered | undefined): void {
    stop();
    newest ??= question;
    send();
  }

  function send(): void {
    if (worker === undefined) {
      clearTimeout(timer);
      timer = window.setTimeout(here, pause);
    } else if (sent === undefined && newest !== undefined) {
      sent = newest;
      newest = undefined;
      worker.postMessage(sent);
      clearTimeout(timer);
      timer = window.setTimeout(late, proven ? PATIENCE : START);
    }
  }

  function late(): void {
    if (!proven) return giveUp(sent);
    if (newest === undefined) {
      timer = window.setTimeout(late, 200);
      return;
    }
    stop();
    proven = false;
    start();
    send();
  }

  /** A check waits for a pause, a longer one where it takes longer: typing itself never waits for it. */
  function here(): void {
    if (newest === undefined) return;
    const question = newest;
    newest = undefined;
    const found = find(question.text, question.settings, grammar);
    pause = Math.min(400, Math.max(60, found.milliseconds * 2));
    answered(found, question);
  }

  start();
  return {
    ask(question) {
      newest = { ...question, number: (count += 1) };
      send();
    },
  };
}
