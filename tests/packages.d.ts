/** Types of two test libraries that ship none: only what the tests use. */
declare module '@adobe/structured-data-validator' {
  export default class Validator {
    constructor(schemaOrg: object);
    validate(data: {
      jsonld: Record<string, object[]>;
      microdata: object;
      rdfa: object;
    }): Promise<{ issueMessage: string; severity: string }[]>;
  }
}
declare module 'datapackage' {
  interface Resource {
    name: string;
    descriptor: object;
    read(options: { keyed: true }): Promise<object[]>;
  }
  const datapackage: {
    Package: { load(path: string): Promise<{ valid: boolean; errors: unknown[]; resources: Resource[] }> };
    Resource: { load(descriptor: object, options?: { basePath: string }): Promise<Resource> };
  };
  export default datapackage;
}
declare module 'csstree-validator' {
  export function validate(css: string, filename: string): { message: string; line: number; column: number }[];
}
