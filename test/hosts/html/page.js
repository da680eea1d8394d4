// The page's own script: it writes down what the panel tells.
const log = document.querySelector('#log');
for (const name of ['invite', 'rolechange', 'remove', 'revoke']) {
  document.addEventListener(name, () => {
    const item = document.createElement('li');
    item.textContent = name;
    log?.append(item);
  });
}
