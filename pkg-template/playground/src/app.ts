// What all views share: the text, its check, and how to change the text.
import type { Diagnostic } from "eventstorecloud-planner";
import type { Answer, Settings } from "./answer";
import type { Change } from "./edit-text";
import type { Range } from "./read";

export type { Answer, Settings };

export type ViewName = "diagnostics" | "addresses" | "backups" | "change";

/** What views may do. */
export interface App {
  readonly answer: Answer;
  readonly settings: Settings;
  /** The current text, which is a little newer than the answer while somebody types. */
  text(): string;
  /** Changes the text, and shows a message. */
  change(changes: Change[], message: string): void;
  jump(range: Range, focus?: boolean): void;
  /** Shows a message at the bottom of the page; an error stays there for longer. */
  say(text: string, isError?: boolean): void;
  fix(diagnostics: Diagnostic[]): void;
  /** Opens a view, as its tab does. */
  open(view: ViewName): void;
  /** Tells the page that the state of a view, which is part of a shared link, has changed. */
  touched(): void;
}

export interface View {
  readonly name: ViewName;
  readonly title: string;
  readonly panel: HTMLElement;
  /** Shows the answer; only called while the view is open. */
  show(answer: Answer): void;
  /** The number next to the title of its tab. */
  badge?(answer: Answer): string;
  /** Its own state, for a shared link. */
  state(): unknown;
  restore(state: unknown): void;
}
