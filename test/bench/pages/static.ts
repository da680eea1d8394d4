// A floor: a table without any library, all rows in one go.
import './plain.css';
import { cellsOf, readPlainMembers, type PlainMember } from './plainMembers.js';

const escape = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

function rowOf(member: PlainMember): string {
  const { title, initials, email, joined } = cellsOf(member);
  return `<tr class="bench-row"><th scope="row"><span class="avatar">${escape(initials)}</span><span class="text"><b>${escape(title)}</b>${email ? `<small>${escape(email)}</small>` : ''}</span></th><td>${member.role === 'org:admin' ? 'Admin' : 'Member'}</td><td>${joined ?? ''}</td></tr>`;
}

const page = document.querySelector('#page')!;
page.innerHTML = `<h2>Users</h2><table><thead><tr><th>Person</th><th>Role</th><th>Joined</th></tr></thead><tbody></tbody></table>`;
void readPlainMembers().then((members) => {
  page.querySelector('tbody')!.innerHTML = members.map(rowOf).join('');
});
