import { RelationshipClass } from '@jupiterone/integration-sdk-core';
import { ADDON } from './addons';
import { DATA_STORE } from './dataStores';
import { declareMappedRelationship, declareRelationship } from './declare';

export const ADDON_HAS_DATA_STORE = declareRelationship({
  from: ADDON,
  verb: RelationshipClass.HAS,
  to: DATA_STORE,
  description: 'The add-on keeps data.',
});

export const VENDOR_PROVIDES_ADDON = declareMappedRelationship({
  from: { _type: 'vendor', _class: 'Vendor', foundBy: ['name'] },
  verb: RelationshipClass.PROVIDES,
  to: ADDON,
  description:
    'The vendor runs the service: Heroku itself, or the vendor that the service is named after.',
});
