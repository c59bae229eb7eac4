// Runs the check in a worker, and only for the newest text. If no worker can be started (an old browser, a policy of
// the host), the page runs it itself, in a pause of typing.
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

/** How long a worker may check an old text before it is replaced, in milliseconds. */
const CHECK_TIMEOUT = 2000;
/** How long a worker may take to start, in milliseconds. */
const START_TIMEOUT = 8000;

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
  /** Asks for a check of the newest text; unanswered older questions are dropped. */
  ask(question: Question): void;
}

export function makeChecker(answered: (found: Found, question: Question) => void): Checker {
  // Only the built page contains its script; under the development server there is no worker.
  const script = document.querySelector<HTMLScriptElement>("script[data-worker]");
  let url: string | undefined;
  let worker: Worker | undefined;
  let isReady = false;
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
      // A classic worker: a page opened from the disk must not start a module worker from a blob.
      worker = new Worker(url, { name: "check" });
    } catch {
      return; // no worker can be started
    }
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if ("ready" in data) {
        isReady = true;
        clearTimeout(timer);
        if (sent !== undefined) timer = window.setTimeout(late, CHECK_TIMEOUT);
        return;
      }
      if (data.number !== sent?.number) return;
      clearTimeout(timer);
      const question = sent;
      sent = undefined;
      if (newest !== undefined) send();
      else if ("found" in data) answered(data.found, question);
      else useThePage(question);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      useThePage(sent);
    };
  }

  function stop(): void {
    clearTimeout(timer);
    worker?.terminate();
    worker = sent = undefined;
  }

  /** From now on the page runs the check itself. */
  function useThePage(question: Numbered | undefined): void {
    stop();
    newest ??= question;
    send();
  }

  function send(): void {
    if (worker === undefined) {
      clearTimeout(timer);
      timer = window.setTimeout(checkHere, pause);
    } else if (sent === undefined && newest !== undefined) {
      sent = newest;
      newest = undefined;
      worker.postMessage(sent);
      clearTimeout(timer);
      timer = window.setTimeout(late, isReady ? CHECK_TIMEOUT : START_TIMEOUT);
    }
  }

  function late(): void {
    if (!isReady) return useThePage(sent);
    if (newest === undefined) {
      timer = window.setTimeout(late, 200);
      return;
    }
    stop();
    isReady = false;
    start();
    send();
  }

  /** Checks on the page, after a pause that grows with the duration of the last check, so that typing never waits. */
  function checkHere(): void {
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
