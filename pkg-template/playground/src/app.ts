// What all views share: the text, what was read of it, what was found, and how to change the text.
import type { Diagnostic } from "eventstorecloud-planner";
import type { Answer, Settings } from "./answer";
import type { Change } from "./edit-text";

export type { Answer, Settings };

export type ViewName = "problems" | "addresses" | "backups" | "change";

/** What views may do. */
export interface App {
  readonly answer: Answer;
  readonly settings: Settings;
  /** The text as it is now, a little newer than the answer while somebody types. */
  text(): string;
  change(changes: Change[], said: string): void;
  jump(range: { from: number; to: number }, focus?: boolean): void;
  /** Says it at the bottom of the page; what went wrong stays there for longer. */
  say(text: string, bad?: boolean): void;
  fix(diagnostics: Diagnostic[]): void;
  /** Opens a view, as a tab does. */
  open(view: ViewName): void;
  /** The state of a view has changed: it is part of what is shared. */
  touched(): void;
}

export interface View {
  readonly name: ViewName;
  readonly title: string;
  readonly panel: HTMLElement;
  /** Shows the answer; called only while the view is open. */
  show(answer: Answer): void;
  /** The number beside the title of its tab. */
  badge?(answer: Answer): string;
  /** Its own state, for sharing. */
  state(): unknown;
  restore(state: unknown): void;
}
