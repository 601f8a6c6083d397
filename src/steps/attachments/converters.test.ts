import { writtenRelationship } from '../../../test/converted';
import type { AddonAttachment } from '../../heroku';
import { createApplicationUsesAddonRelationship, isShared } from './converters';

const OWNER_ID = '0193eeee-0000-4000-8000-000000000001';
const USER_ID = '0193eeee-0000-4000-8000-000000000002';
const ADDON_ID = '0193eeee-0000-4000-8000-000000000003';

function attachment(values: Partial<AddonAttachment> = {}): AddonAttachment {
  return {
    id: '0193eeee-0000-4000-8000-000000000004',
    name: 'LEDGER',
    namespace: null,
    addon: { id: ADDON_ID, name: 'postgresql-ledger', app: { id: OWNER_ID } },
    app: { id: USER_ID },
    ...values,
  };
}

test('an attachment to the app that owns the add-on shares nothing', () => {
  expect(isShared(attachment({ app: { id: OWNER_ID } }))).toBe(false);
  expect(isShared(attachment())).toBe(true);
});

test('an app that uses an add-on of another says by which name', () => {
  expect(
    writtenRelationship(createApplicationUsesAddonRelationship([attachment()])),
  ).toEqual({
    _key: `${USER_ID}|uses|${ADDON_ID}`,
    _type: 'heroku_application_uses_addon',
    _class: 'USES',
    _fromEntityKey: USER_ID,
    _toEntityKey: ADDON_ID,
    displayName: 'USES',
    attachmentName: 'LEDGER',
  });
});

test('of several attachments all names count, in whatever order they come', () => {
  const one = attachment({ name: 'LEDGER', namespace: 'credential:reports' });
  const other = attachment({ name: 'BOOKS', namespace: 'credential:audit' });

  for (const attachments of [
    [one, other],
    [other, one],
  ] as const) {
    expect(createApplicationUsesAddonRelationship(attachments)).toMatchObject({
      attachmentName: 'BOOKS,LEDGER',
      namespace: 'credential:audit,credential:reports',
    });
  }
});

test('an app is not limited to a credential while one of its attachments is not', () => {
  const limited = attachment({ namespace: 'credential:reports' });

  for (const attachments of [
    [limited, attachment()],
    [attachment(), limited],
  ] as const) {
    expect(
      writtenRelationship(createApplicationUsesAddonRelationship(attachments)),
    ).not.toHaveProperty('namespace');
  }
});

test('an attachment without a name is one all the same', () => {
  expect(
    writtenRelationship(
      createApplicationUsesAddonRelationship([attachment({ name: null })]),
    ),
  ).not.toHaveProperty('attachmentName');
});
