import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import { parseTimePropertyValue } from '@jupiterone/integration-sdk-core';
import type { AppTransfer } from '../../heroku';
import {
  APP_TRANSFER,
  APPLICATION_HAS_TRANSFER,
  createEntity,
  createRelationship,
} from '../../model';

/** The transfer of an app to somebody else. */
export function createAppTransferEntity(transfer: AppTransfer): Entity {
  const { app, id, owner, recipient, state } = transfer;
  return createEntity(APP_TRANSFER, transfer, {
    name: `Transfer of ${app?.name ?? id}`,
    state: state ?? undefined,
    open: state == null ? undefined : state === 'pending',
    from: owner?.email ?? undefined,
    fromId: owner?.id,
    to: recipient?.email ?? undefined,
    toDomain: domainOf(recipient?.email),
    toId: recipient?.id,
    reporter: owner?.email ?? undefined,
    reportedOn: parseTimePropertyValue(transfer.created_at ?? undefined),
    applicationId: app?.id,
  });
}

/** The part of an address after its last `@`, in lower case; `undefined` for what is no address. */
function domainOf(email: string | null | undefined): string | undefined {
  const at = email?.lastIndexOf('@') ?? -1;
  return at < 0 ? undefined : email?.slice(at + 1).toLowerCase();
}

/** The app that is to be transferred. */
export function createApplicationHasTransferRelationship(
  appId: string,
  transferId: string,
): Relationship {
  return createRelationship(APPLICATION_HAS_TRANSFER, appId, transferId);
}
