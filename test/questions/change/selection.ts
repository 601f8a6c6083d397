import { listOf } from '../../sandbox/organisation';
import { createOrganisation } from '../../sandbox/organisations';
import { NOW } from '../collectEnterprise';
import type { Served } from './edit';
import { textIn } from './edit';

/** The organisation that both days are made of. */
export const seed = createOrganisation('enterprise', { now: NOW });

const idOf = (list: string, name: string): string => {
  const found = listOf(seed, list).find((one) => one.name === name);
  if (found === undefined) throw new Error(`No ${name} in ${list}`);
  return textIn(found, 'id');
};
/** One team, as the API serves it. */
export const team = (name: string) => `/teams/${idOf('/teams', name)}`;
export const account = (name: string) =>
  `/enterprise-accounts/${idOf('/enterprise-accounts', name)}`;
export const app = (name: string) => `/apps/${idOf('/apps', name)}`;
export const space = (name: string) => `/spaces/${idOf('/spaces', name)}`;

export type Test = (served: Served) => boolean;

/** The membership of somebody, by the part of the address before the `@`. */
export const member =
  (parent: string, handle: string): Test =>
  ({ object, path }) =>
    path === `${parent}/members` &&
    textIn(object, 'user', 'email').startsWith(`${handle}@`);

/** What is called so, wherever it is served. */
export const called =
  (...names: string[]): Test =>
  ({ object, path }) =>
    names.includes(textIn(object, 'name') || textIn(object, 'hostname')) &&
    !path.endsWith('/formation');

/** What hangs on what is called so: the domains and add-ons of an app, the attachments of an add-on. */
export const of =
  (...names: string[]): Test =>
  ({ object }) =>
    ['app', 'addon'].some((field) =>
      names.includes(textIn(object, field, 'name')),
    );

/** An authorization. */
export const described =
  (...names: string[]): Test =>
  ({ object, path }) =>
    path.startsWith('/oauth/authorizations') &&
    names.includes(textIn(object, 'description'));

/** The one at this place of a list. */
export const at =
  (path: string, index: number): Test =>
  (served) =>
    served.path === path && served.object.id === listOf(seed, path)[index]?.id;

/** The peering with a VPC. */
export const peered =
  (vpc: string): Test =>
  ({ object }) =>
    object.aws_vpc_id === vpc;

/** A Private Space. */
export const spaces =
  (name: string): Test =>
  ({ object, path }) =>
    path.startsWith('/spaces') && object.name === name;

export const anyOf =
  (...tests: Test[]): Test =>
  (served) =>
    tests.some((test) => test(served));
