/** One person's or one desk's address; the name may be empty. */
export interface Mailbox {
  name: string;
  address: string;
}
