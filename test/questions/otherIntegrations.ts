import type { CollectedGraph } from '../e2e/graph';
import type {
  StoredEntity,
  StoredRelationship,
} from '../jupiterone/graphObjects';

/** Custom domains whose DNS record was never made. */
const WITHOUT_RECORD = ['spring-sale.example.com', 'guild.example.org'];

/** DNS records as a DNS provider's integration collects them, beside those that lead to the custom domains of apps. */
const DNS_RECORDS: readonly { name: string; type: string; value: string }[] = [
  // The app that it pointed to has given the domain up.
  {
    name: 'old-campaign.example.com',
    type: 'CNAME',
    value: 'shallow-lake-1234.herokudns.com',
  },
  { name: 'blog.example.com', type: 'CNAME', value: 'blogs.example.net' },
  { name: 'example.com', type: 'TXT', value: 'once at lake.herokudns.com' },
];

/**
 * A collected graph as JupiterOne would have it in an account with other integrations: with DNS records, each joined to
 * what answers at its name.
 */
export function withOtherIntegrations(graph: CollectedGraph): CollectedGraph {
  const ofDomains = graph.entities
    .filter(({ kind }) => kind === 'custom')
    .map(({ name, cname }) => ({
      name: String(name),
      type: 'CNAME',
      value: String(cname),
    }))
    .filter(({ name }) => !WITHOUT_RECORD.includes(name));
  const records = [...DNS_RECORDS, ...ofDomains].map(
    ({ name, type, value }): StoredEntity => ({
      _key: `dns-record:${type}:${name}`,
      _type: 'dns_record',
      _class: ['DomainRecord'],
      displayName: name,
      name,
      type,
      value,
    }),
  );
  const joins = records.flatMap((record) =>
    graph.entities
      .filter(({ address }) => address === record.name)
      .map(({ _key }): StoredRelationship => ({
        _key: `${record._key}|connects|${_key}`,
        _type: 'mapping_source_connects_mapping_target',
        _class: 'CONNECTS',
        _fromEntityKey: record._key,
        _toEntityKey: _key,
      })),
  );
  return {
    ...graph,
    entities: [...graph.entities, ...records],
    relationships: [...graph.relationships, ...joins],
  };
}
