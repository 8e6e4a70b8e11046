import { DEMO_PROVIDER } from './data-companies.ts';
import type { OAuthClient, User } from './records.ts';

/** A person's id in the login system: another than the UserId, so that taking one for the other is found out. */
export const authIdOf = ({ id }: Pick<User, 'id'>): number => id + 7_000_000;

export const DEMO_CLIENT: OAuthClient = { id: 'onsite-demo', secret: 'onsite-demo-secret' };
export const SECOND_CLIENT: OAuthClient = { id: 'onsite-second', secret: 'onsite-second-secret' };

export const DEMO_USER: User = {
  id: 1_544_987,
  userName: 'demo',
  password: 'demo',
  fullName: 'Dana Demo',
  email: 'demo@example.com',
  providerId: DEMO_PROVIDER.id,
  isAdmin: false,
  canChangeStatus: true,
  hasAssetCategories: false,
  canMoveDate: true,
};
export const SECOND_USER: User = {
  ...DEMO_USER,
  id: 1_544_988,
  userName: 'second',
  password: 'second',
  fullName: 'Sam Second',
  email: 'second@example.com',
};
/** May edit others' work activities. */
export const ADMIN_USER: User = {
  ...DEMO_USER,
  id: 1_544_989,
  userName: 'admin',
  password: 'admin',
  fullName: 'Alex Admin',
  email: 'admin@example.com',
  isAdmin: true,
};
/** Lacks the WorkOrderStatusChange right. */
export const LIMITED_USER: User = {
  ...DEMO_USER,
  id: 1_544_990,
  userName: 'limited',
  password: 'limited',
  fullName: 'Lee Limited',
  email: 'limited@example.com',
  canChangeStatus: false,
  canMoveDate: false,
};
