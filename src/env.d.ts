declare namespace App {
  interface Locals {
    /** Set by the page before it renders prose, so that `<Fact>` and its kin know where they stand. */
    page: import('./site/page.ts').PageContext;
    /** Set by a light version beside `page`: the pictures of its steps. */
    lite?: import('./site/lite.ts').LitePictures;
  }
}
