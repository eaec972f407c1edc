/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The published content, read through a record of what this page read. */
    published: import('./published/published.ts').Published;
  }
}
