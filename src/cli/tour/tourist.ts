import type { Seen } from '../../tour/judge';
import type { PlacedStep } from '../../tour/place';
import type { Step, TourChapter } from '../../tour/step';

/** What the tour needs of the lab and of the terminal; tests bring their own. */
export interface Tourist {
  /** The step on the lab as it is now. @throws LabError where it speaks of what is not there */
  place(step: Step): Promise<PlacedStep>;
  /** Runs the step's command. @throws LabError where its endpoint is not there */
  run(step: PlacedStep): Promise<Seen>;
  /** Runs a person's own command line, on their terminal. */
  own(endpoint: string, command: string): Promise<void>;
  /** Undefined at the end of input. */
  ask(prompt: string): Promise<string | undefined>;
  readonly screen: Screen;
}

/** What is shown of a tour, and how. */
export interface Screen {
  chapter(chapter: TourChapter, number: number, count: number): void;
  before(step: PlacedStep): void;
  after(step: PlacedStep, seen: Seen): void;
  remark(text: string): void;
}
