import type { CollectedGraph } from '../e2e/graph';
import type {
  StoredEntity,
  StoredMappedRelationship,
  StoredRelationship,
} from '../jupiterone/graphObjects';

/** Custom domains whose DNS record was never made. */
const WITHOUT_RECORD = ['spring-sale.example.com', 'guild.example.org'];

/** A DNS record as a DNS provider's integration collects it. */
interface DnsRecord {
  name: string;
  type: string;
  value: string;
}

/** DNS records beside those that lead to the custom domains of apps. */
const DNS_RECORDS: readonly DnsRecord[] = [
  // The app that it pointed to has given the domain up.
  {
    name: 'old-campaign.example.com',
    type: 'CNAME',
    value: 'shallow-lake-1234.herokudns.com',
  },
  { name: 'blog.example.com', type: 'CNAME', value: 'blogs.example.net' },
  { name: 'example.com', type: 'TXT', value: 'lake.herokudns.com' },
  // This provider leaves the zone out of names.
  { name: 'docs', type: 'CNAME', value: 'deep-lake-5678.herokudns.com' },
];

/** People of whom the directory says that they have left, and those whom it does not know. */
const FORMER_EMPLOYEES = ['gus.moreau@example.com'];
const UNKNOWN_DOMAIN = /@(?!example\.com$)/;

/** The repositories that are public: those of the pipeline's review apps, by GitHub's number. */
const PUBLIC_REPOSITORIES = [429468848];

/**
 * A collected graph as JupiterOne would have it in an account with other integrations: with DNS records, people and
 * repositories, each joined to what it has in common with things of this one.
 */
export function withOtherIntegrations(graph: CollectedGraph): CollectedGraph {
  const others = [
    ...dnsRecords(graph).map(dnsRecord),
    ...graph.mappedRelationships.flatMap(repositoryOf),
  ];
  const [joined, rest] = partition(graph.mappedRelationships, ({ _mapping }) =>
    others.some((one) => isOfType(one, _mapping)),
  );
  const people = graph.entities.flatMap(personOf);
  return {
    entities: [
      ...graph.entities,
      ...others,
      ...people.map(({ person }) => person),
    ],
    relationships: [
      ...graph.relationships,
      ...joined.flatMap((one) => joinsOf(one, others)),
      ...people.map(({ isUser }) => isUser),
    ],
    mappedRelationships: rest,
  };
}

function dnsRecords({ entities }: CollectedGraph): DnsRecord[] {
  const ofDomains = entities.filter(
    ({ kind, name }) =>
      kind === 'custom' && !WITHOUT_RECORD.includes(String(name)),
  );
  return [
    ...DNS_RECORDS,
    ...ofDomains.map(({ name, cname }) => ({
      name: String(name),
      type: 'CNAME',
      value: String(cname),
    })),
    // A subdomain of a wildcard: no domain has its name, and one has its target.
    ...ofDomains
      .filter(({ name }) => String(name).startsWith('*.'))
      .map(({ name, cname }) => ({
        name: String(name).replace('*', 'berlin'),
        type: 'CNAME',
        value: String(cname),
      })),
  ];
}

function dnsRecord({ name, type, value }: DnsRecord): StoredEntity {
  return {
    _key: `dns-record:${type}:${name}`,
    _type: 'dns_record',
    _class: ['DomainRecord'],
    displayName: name,
    name,
    type,
    value,
  };
}

function repositoryOf({ _mapping }: StoredMappedRelationship): StoredEntity[] {
  const { _type, databaseId } = _mapping.targetEntity;
  return _type === 'github_repo'
    ? [
        {
          _key: `github-repo:${String(databaseId)}`,
          _type: 'github_repo',
          _class: ['CodeRepo'],
          displayName: `example/repository-${String(databaseId)}`,
          databaseId,
          public: PUBLIC_REPOSITORIES.includes(Number(databaseId)),
        },
      ]
    : [];
}

function personOf({
  _type,
  _key,
  email,
  name,
}: StoredEntity): { person: StoredEntity; isUser: StoredRelationship }[] {
  if (
    _type !== 'heroku_account_member' ||
    typeof email !== 'string' ||
    UNKNOWN_DOMAIN.test(email)
  ) {
    return [];
  }
  const person = {
    _key: `person:${email}`,
    _type: 'employee',
    _class: ['Person'],
    displayName: `${String(name)} of the directory`,
    email,
    active: !FORMER_EMPLOYEES.includes(email),
  };
  return [
    {
      person,
      isUser: {
        _key: `${_key}|is|${person._key}`,
        _type: 'heroku_account_member_is_employee',
        _class: 'IS',
        _fromEntityKey: person._key,
        _toEntityKey: _key,
      },
    },
  ];
}

type Mapping = StoredMappedRelationship['_mapping'];

function isOfType({ _type, _class }: StoredEntity, { targetEntity }: Mapping) {
  return (
    _type === targetEntity._type ||
    [_class].flat().includes(String(targetEntity._class))
  );
}

/** What a mapped relationship becomes where JupiterOne links only what is there. */
function joinsOf(
  { _mapping, ...relationship }: StoredMappedRelationship,
  others: readonly StoredEntity[],
): StoredRelationship[] {
  const { relationshipDirection, sourceEntityKey, targetEntity } = _mapping;
  const foundBy = Object.entries(targetEntity).filter(
    ([name]) => !['_class', '_type', 'displayName'].includes(name),
  );
  return others
    .filter(
      (one) =>
        isOfType(one, _mapping) &&
        foundBy.every(([name, value]) => one[name] === value),
    )
    .map(({ _key }) => ({
      ...relationship,
      _key: `${relationship._key}|${_key}`,
      ...(relationshipDirection === 'FORWARD'
        ? { _fromEntityKey: sourceEntityKey, _toEntityKey: _key }
        : { _fromEntityKey: _key, _toEntityKey: sourceEntityKey }),
    }));
}

function partition<T>(
  all: readonly T[],
  isFirst: (one: T) => boolean,
): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}
