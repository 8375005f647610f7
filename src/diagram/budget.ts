/** Thrown by a forest that would outgrow its budget; whoever compiles catches it and says which conditions grew it. */
export class BudgetExceeded extends Error {
  readonly what: 'nodes' | 'memo';
  readonly limit: number;

  constructor(what: 'nodes' | 'memo', limit: number) {
    super(`the diagrams need more than ${limit} ${what === 'nodes' ? 'nodes' : 'remembered results'}`);
    this.name = 'BudgetExceeded';
    this.what = what;
    this.limit = limit;
  }
}
