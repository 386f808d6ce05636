declare namespace App {
  interface Locals {
    /** Set by the page before it renders prose, so that `<Fact>` and its kin know where they stand. */
    page: import('./site/page.ts').PageContext;
  }
}
