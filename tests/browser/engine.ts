/** What the tests ask of a browser that Playwright does not drive. */
export interface Engine {
  /** Its name and version, as it gives them. */
  name: string;
  open(url: string): Promise<void>;
  /** The value of an expression in the page, awaited, as JSON carries it. */
  evaluate(expression: string): Promise<unknown>;
  /** What is on the screen, as PNG. */
  screenshot(): Promise<Buffer>;
  /** Errors that the page's scripts threw. */
  complaints(): Promise<string[]>;
  close(): Promise<void>;
}
