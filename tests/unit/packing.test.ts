import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromBase85, toBase85 } from '../../src/lib/base85.ts';
import { fromColumns, type Json, toColumns } from '../../src/lib/columns.ts';

it('base 85 gives back every byte, in letters that mean nothing to HTML', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = toBase85(bytes);
      expect(text).not.toMatch(/[<>&"'`\\!-]/);
      expect(fromBase85(text)).toEqual(bytes);
    }),
  );
});

it('columns give back whatever JSON can say', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const plain = JSON.parse(JSON.stringify(value)) as Json;
      expect(fromColumns(JSON.parse(JSON.stringify(toColumns(plain))))).toEqual(plain);
    }),
    { numRuns: 500 },
  );
});
