import type { Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { typeset } from '../i18n/typography.ts';

/** Sets prose by the rules of its language, which its folder names: `content/<kind>/<language>/`. */
export function typography() {
  return (tree: Root, file: VFile): void => {
    const lang = /[\\/]content[\\/][^\\/]+[\\/]fr[\\/]/.test(file.path ?? '') ? 'fr' : 'en';
    visit(tree, 'text', (node: Text) => {
      node.value = typeset(node.value, lang);
    });
  };
}
