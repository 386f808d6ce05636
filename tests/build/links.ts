/** Looking through a built folder: the same eyes as `npm run preview:check`. */
export { attributes, brokenLinks, hasChrome, pagesOf, read } from '../../scripts/lib/links.ts';
