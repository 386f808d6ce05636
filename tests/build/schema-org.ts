/** The vocabulary of schema.org (package @vocabulary/schema) in the shape that the validator wants it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Validator from '@adobe/structured-data-validator';

const SCHEMA = 'http://schema.org/';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const SUBCLASS = 'http://www.w3.org/2000/01/rdf-schema#subClassOf';

type Ref = { '@id': string };
interface Entity {
  '@id': string;
  '@type': string;
  'rdfs:subClassOf': Ref[];
  'schema:domainIncludes': Ref[];
}

/** Classes and properties, read from N-Quads whose object is another name. */
function graph(): Entity[] {
  const folder = dirname(createRequire(import.meta.url).resolve('@vocabulary/schema'));
  const entities = new Map<string, Entity>();
  const entity = (id: string): Entity => {
    const made = entities.get(id) ?? { '@id': id, '@type': '', 'rdfs:subClassOf': [], 'schema:domainIncludes': [] };
    entities.set(id, made);
    return made;
  };
  for (const [, s = '', p = '', o = ''] of readFileSync(join(folder, 'schema.nq'), 'utf8').matchAll(/^<([^>]+)> <([^>]+)> <([^>]+)>/gm)) {
    if (!s.startsWith(SCHEMA)) continue;
    if (p === TYPE && o.endsWith('#Class')) entity(s)['@type'] = 'rdfs:Class';
    if (p === TYPE && o.endsWith('#Property')) entity(s)['@type'] = 'rdf:Property';
    if (p === SUBCLASS) entity(s)['rdfs:subClassOf'].push({ '@id': o });
    if (p === `${SCHEMA}domainIncludes`) entity(s)['schema:domainIncludes'].push({ '@id': o });
  }
  return [...entities.values()];
}

const validator = new Validator({ '@graph': graph() });

/** What the validator finds: types and properties that schema.org does not know, at any depth. */
export async function issuesOf(ld: Record<string, unknown>): Promise<string[]> {
  const issues = await validator.validate({ jsonld: { [String(ld['@type'])]: [ld] }, microdata: {}, rdfa: {} });
  return issues.map((issue) => issue.issueMessage);
}
