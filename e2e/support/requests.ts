import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { z } from 'zod';
import { sendAsEditor, told } from './newsroom.ts';

const answersSchema = z.object({ answers: z.tuple([z.object({ reference: z.string() })]) });

/** Has a visitor's request taken in, as the web server hands it over. @returns its reference. */
export async function sendRequest(name: string, message: string): Promise<string> {
  const submission = {
    key: randomUUID(),
    locale: 'fr-CA',
    receivedAt: new Date().toISOString(),
    requestId: randomUUID(),
    form: 'inquiry',
    proven: true,
    body: {
      guide: 1,
      formVersion: '1',
      answers: [
        { question: 'destination', option: 'quebec' },
        { question: 'but-quebec', option: 'etudes' },
      ],
      name,
      email: `visiteur-${randomUUID()}@exemple.example`,
      telephone: '+15145550123',
      reach: 'email',
      country: 'FR',
      deadline: null,
      message,
      masked: false,
      notice: 'notice-1',
      consents: ['inquiry-1'],
      page: '/demarche/',
    },
  };
  const response = await fetch(`${told('CMS_URL')}/api/submissions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${told('SUBMIT_TOKEN')}`, 'content-type': 'application/json' },
    body: JSON.stringify({ submissions: [submission] }),
  });
  const text = await response.text();
  expect(response.status, text).toBe(200);
  return answersSchema.parse(JSON.parse(text)).answers[0].reference;
}

export interface Account {
  id: number;
  email: string;
  password: string;
}

/** Makes somebody of the staff, with one role. */
export async function makeStaff(role: string, firstname: string): Promise<Account> {
  const roles = await (await sendAsEditor('GET', '/admin/roles')).json();
  const { id } = roles.data.find((one: { code: string }) => one.code === role);
  const account = { email: `${randomUUID()}@passerelle.test`, password: `Aa1${randomUUID()}` };
  const made = await sendAsEditor('POST', '/admin/users', { email: account.email, firstname, roles: [id] });
  expect(made.status, await made.clone().text()).toBe(201);
  const user = (await made.json()).data;
  const registered = await fetch(`${told('CMS_URL')}/admin/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      registrationToken: user.registrationToken,
      userInfo: { firstname, password: account.password },
    }),
  });
  expect(registered.status, await registered.clone().text()).toBe(200);
  return { id: user.id, ...account };
}
