import { defineConfig } from '@playwright/test';
import specs from './playwright.config.ts';

/** Pictures of every kind of page, for people to look at: they judge, nothing here does. */
export default defineConfig({ ...specs, testDir: 'screenshots', outputDir: '../var/test/screenshots' });
