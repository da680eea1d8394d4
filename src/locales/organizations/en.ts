/** What the pieces for organizations say. A language of one's own is an object of this type. */
export type OrganizationMessages = {
  [Group in keyof typeof organizationsEn]: { [Text in keyof (typeof organizationsEn)[Group]]: string };
};

/** English. */
export const organizationsEn = {
  organizations: {
    title: 'Organizations',
    name: 'Name',
    role: 'Your role',
    members: 'Members',
    actions: 'Actions',
    empty: 'You belong to no organization yet',
    emptyHint: 'Create one, or ask to be invited to one.',
    current: 'Current',
    switchTo: 'Switch to {name}',
    switch: 'Switch',
    rename: 'Rename {name}',
    renameText: 'Rename',
    newName: 'New name of {name}',
    save: 'Save',
    saving: 'Saving…',
    createTitle: 'New organization',
    create: 'Create organization',
    creating: 'Creating…',
    nameMissing: 'Enter a name.',
    created: '{name} was created.',
    renamed: 'The organization is called {name} now.',
    showMore: 'Show more',
  },
  requests: {
    title: 'Requests to join',
    person: 'Person',
    asked: 'Asked',
    actions: 'Actions',
    accept: 'Accept {name}',
    acceptText: 'Accept',
    reject: 'Decline {name}',
    rejectText: 'Decline',
    accepted: '{name} is a member now.',
    rejected: 'The request of {name} was declined.',
    gone: 'The request of {name} has been answered already.',
  },
};
