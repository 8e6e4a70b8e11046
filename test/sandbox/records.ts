/** How a subscriber answers a user who lacks the XML check-in/out permission, or 'granted'. */
export type XmlPermission = 'granted' | 'locationNeeded' | 'noPermission' | 'unauthorized';

/** A work order's status as ServiceChannel shows it. */
export interface Status {
  primary: string;
  extended: string | null;
}

/** One primary status of a work order with the extended ones that belong to it. */
export interface StatusChoice {
  primary: string;
  extended: readonly { id: number; name: string; needsResolution?: boolean }[];
  /** The client takes it only from a work order that holds a resolution code. */
  needsCodes?: boolean;
  /** The client takes it from providers only with an extended status. */
  needsExtended?: boolean;
}

/** A resolution code or root cause of a client's list. */
export interface Code {
  key: number;
  value: string;
  hasFreeText: boolean;
  /** It is for this asset category alone. */
  assetCategoryId?: number;
}

/** A code as a work order holds it. */
export interface HeldCode {
  key: number;
  text: string;
  assetCategoryId?: number;
}

export interface CodeLists {
  trade: string;
  category: string;
  codes: readonly Code[];
  rootCauses: readonly Code[];
}

/** A thing at a location; its group is what the API calls its asset category elsewhere. */
export interface Asset {
  type: string;
  groupId: number;
}

export interface WorkType {
  id: number;
  name: string;
}

export interface Subscriber {
  id: number;
  name: string;
  workTypes: readonly WorkType[];
  /** The lists of codes at completion, each of a trade and a category. */
  codes: readonly CodeLists[];
  xmlPermission: XmlPermission;
}

export interface Provider {
  id: number;
  name: string;
}

export interface OAuthClient {
  id: string;
  secret: string;
}

export interface User {
  id: number;
  userName: string;
  password: string;
  fullName: string;
  email: string;
  providerId: number;
  isAdmin: boolean;
  canChangeStatus: boolean;
  /** Has access to asset categories: codes are chosen for each of the order's. */
  hasAssetCategories: boolean;
  /** The WorkOrderScheduledDateChange right. */
  canMoveDate: boolean;
}

/** A location in the API's own spelling; many fields may be missing. */
export interface Location {
  Id: number;
  StoreId?: string;
  Name?: string;
  Address1?: string;
  Address2?: string;
  City?: string;
  State?: string;
  Zip?: string;
  Phone?: string;
  TimeZoneIanaName?: string;
}

/** An answer that a work order gives to every check-in or check-out, whatever its state. */
export interface ForcedRefusal {
  status: number;
  code: number | null;
  message: string;
}

/** A work order. Times are milliseconds since 1970. */
export interface WorkOrder {
  id: number;
  number: string;
  purchaseNumber: string;
  status: Status;
  statusList: readonly StatusChoice[];
  trade: string;
  category: string;
  priority: string;
  description: string;
  nte: number;
  caller: string;
  problemCode: string;
  createdAt: number;
  callDate: number;
  scheduledDate: number | null;
  expirationDate: number | null;
  subscriberId: number;
  providerId: number;
  location: Location;
  isCheckInDenied: boolean;
  checkInDeniedReason: string | null;
  isInvoiced: boolean;
  isVoided: boolean;
  isMaintenance: boolean;
  inGpsProgramme: boolean;
  refusesCheckIn: ForcedRefusal | null;
  refusesCheckOut: ForcedRefusal | null;
  assets: readonly Asset[];
  /** The codes that were set. */
  held: { codes: HeldCode[]; rootCauses: HeldCode[] };
}

/** One check-in with its check-out; `timeOut` is null while it is open. */
export interface WorkActivity {
  id: number;
  mechanicId: number;
  workOrderId: number;
  userId: number;
  workTypeId: number;
  techsCount: number;
  timeIn: number;
  timeOut: number | null;
  isTimeEdited: boolean;
  resolution: string;
  /** False for one that was made by POST …/workactivities. */
  hasCheckInInfo: boolean;
}

/** A line of Service.CheckInActivity. */
export interface CheckEvent {
  id: number;
  activityId: number;
  workOrderId: number;
  userId: number;
  direction: 'in' | 'out';
  at: number;
  workTypeId: number;
  statusNew: Status;
}

export interface Note {
  id: number;
  workOrderId: number;
  text: string;
  createdAt: number;
  createdBy: string;
}

/** The data that the sandbox starts from. */
export interface SandboxData {
  clients: OAuthClient[];
  users: User[];
  providers: Provider[];
  subscribers: Subscriber[];
  workOrders: WorkOrder[];
  activities: WorkActivity[];
  notes: Note[];
}
