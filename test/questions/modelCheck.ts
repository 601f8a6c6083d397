import type { Comparison, Hop, Query, Selector, Value } from './j1ql/syntax';
import { ANY_VERB, comparisonsIn } from './j1ql/syntax';
import type {
  EntityName,
  PropertyType,
  RelationshipName,
  Vocabulary,
} from './vocabulary';

/** What an alias stands for: one of some types of entities, or of relationships. */
type Bound = readonly (EntityName | RelationshipName)[];

/**
 * What a query says that the model does not: a type, class, verb, property or alias that is not declared, a
 * relationship in a direction that it does not have, a comparison that can never hold. None where all is well.
 */
export function faultsOf(query: Query, vocabulary: Vocabulary): string[] {
  return new ModelCheck(vocabulary).check(query);
}

class ModelCheck {
  private readonly faults: string[] = [];
  private readonly aliases = new Map<string, Bound>();

  constructor(private readonly vocabulary: Vocabulary) {}

  check({ start, hops, where, returns }: Query): string[] {
    let before = this.select(start);
    for (const hop of hops) {
      const after = this.select(hop.to, hop.isNegated);
      this.follow(before, hop, after);
      // Where there must be none such, the chain stays where it was.
      if (!hop.isNegated) before = after;
    }
    for (const comparison of comparisonsIn(where)) {
      const { alias = '', property } = comparison.left;
      this.compare(comparison, this.property(alias, property));
    }
    for (const { kind, alias, property } of returns) {
      if (kind === 'property') this.property(alias, property ?? '');
      else if (kind === 'sum') this.sum(alias, property ?? '');
      else this.bound(alias);
    }
    return this.faults;
  }

  private select(selector: Selector, isNegated = false): EntityName[] {
    const { names, alias } = selector;
    const entities = names.flatMap((name) => {
      const found = this.vocabulary.entities.filter(
        ({ type, classes }) => type === name || classes.includes(name),
      );
      if (found.length === 0) this.fault(`no type or class ${name}`);
      return found;
    });
    for (const comparison of comparisonsIn(selector.with)) {
      const { property } = comparison.left;
      this.compare(comparison, this.typeOf(entities, property));
    }
    if (alias !== undefined) this.bind(alias, entities, isNegated);
    return entities;
  }

  private follow(before: EntityName[], hop: Hop, after: EntityName[]): void {
    const { verbs, direction, alias, isNegated } = hop;
    const isOfAnyVerb = verbs.includes(ANY_VERB);
    const [from, to] = direction === 'out' ? [before, after] : [after, before];
    const joins = (one: RelationshipName, a: EntityName[], b: EntityName[]) =>
      a.some(({ type }) => type === one.from) &&
      b.some(({ type }) => type === one.to);
    const found = this.vocabulary.relationships.filter(
      (declared) =>
        (isOfAnyVerb || verbs.includes(declared.verb)) &&
        (joins(declared, from, to) ||
          ((isOfAnyVerb || declared.isMadeByJupiterOne) &&
            joins(declared, to, from))),
    );
    if (
      direction === 'both' &&
      !isOfAnyVerb &&
      !(found.length > 0 && found.every((one) => one.isMadeByJupiterOne))
    ) {
      this.fault(`no direction of ${verbs.join('|')}: >> or <<`);
      return;
    }
    const name = `${names(from)} ${verbs.join('|')} ${names(to)}`;
    if (found.length === 0) this.fault(`no relationship ${name}`);
    for (const verb of isOfAnyVerb ? [] : verbs) {
      if (!found.some((declared) => declared.verb === verb)) {
        this.fault(`no relationship of the verb ${verb} in ${name}`);
      }
    }
    for (const { type } of [...before, ...after]) {
      if (!found.some((one) => one.from === type || one.to === type)) {
        this.fault(`no relationship with ${type} in ${name}`);
      }
    }
    if (alias !== undefined) this.bind(alias, found, isNegated);
  }

  private bind(alias: string, to: Bound, isNegated: boolean): void {
    if (isNegated) this.fault(`nothing to call ${alias} where there is none`);
    if (this.aliases.has(alias)) this.fault(`${alias} stands for two things`);
    this.aliases.set(alias, to);
  }

  private bound(alias: string): Bound {
    const bound = this.aliases.get(alias);
    if (bound === undefined) this.fault(`no alias ${alias}`);
    return bound ?? [];
  }

  private property(alias: string, property: string): PropertyType | undefined {
    const bound = this.bound(alias);
    return bound.length === 0 ? undefined : this.typeOf(bound, property);
  }

  /** The type of a property that everything it could be of must have. */
  private typeOf(bound: Bound, property: string): PropertyType | undefined {
    for (const one of bound) {
      if (!one.properties.has(property)) {
        this.fault(`no property ${property} of ${nameOf(one)}`);
      }
    }
    return bound[0]?.properties.get(property);
  }

  private sum(alias: string, property: string): void {
    const type = this.property(alias, property);
    if (type !== undefined && type !== 'number') {
      this.fault(`${property} is a ${type}, which has no sum`);
    }
  }

  private compare(
    { left, operator, values }: Comparison,
    type: PropertyType | undefined,
  ): void {
    if (type === undefined) return;
    const isOrder = ['<', '<=', '>', '>='].includes(operator);
    const isText = /[~^$]/.test(operator);
    if ((isOrder && type !== 'number') || (isText && type !== 'string')) {
      this.fault(`${left.property} is a ${type}, which has no ${operator}`);
    }
    for (const value of values) {
      const valueType = this.typeOfValue(value, type);
      if (valueType !== undefined && valueType !== type) {
        this.fault(`${left.property} is a ${type}, never a ${valueType}`);
      }
    }
  }

  private typeOfValue(
    value: Value,
    expected: PropertyType,
  ): string | undefined {
    switch (value.kind) {
      case 'literal':
        return typeof value.value;
      case 'date':
        return 'number';
      case 'undefined':
        return expected;
      case 'property':
        return this.property(value.path.alias ?? '', value.path.property);
    }
  }

  private fault(fault: string): void {
    if (!this.faults.includes(fault)) this.faults.push(fault);
  }
}

function nameOf(one: EntityName | RelationshipName): string {
  return 'type' in one ? one.type : `${one.from} ${one.verb} ${one.to}`;
}

function names(entities: EntityName[]): string {
  return entities.map(({ type }) => type).join('|');
}
