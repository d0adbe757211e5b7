/** A buyer who comes back finds the shop arranged by what they let be kept, with the reason; and can take it back. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { must } from '#kernel/result';
import { draftProduct, listProduct, submitProduct } from '#modules/catalogue';
import { system } from '#platform/actor';
import { sayIn } from '../../src/lib/server/messages.ts';
import { kettleListing } from '../town.ts';
import { inBrowser, openBrowserTown, opening } from './browser.ts';
import type { BrowserTown } from './browser.ts';
