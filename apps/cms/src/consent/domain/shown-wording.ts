/** A wording as a person was shown it. */
export interface ShownWording {
  /** Of the box, or of the notice. */
  label: string;
  /** What is told around it, as plain text. */
  text: string;
}
