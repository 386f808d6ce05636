declare namespace App {
  interface Locals {
    /** Set by the page before it renders prose, so that `<Fact>` and its kin know where they stand. */
    page: import('./site/page.ts').PageContext;
    /** Set beside it by the pages of the print edition. */
    print: import('./site/print.ts').PrintContext;
    /** Set by a light version beside `page`: the pictures of its steps. */
    lite?: import('./site/lite.ts').LitePictures;
  }
}
