import '@mantine/core/styles.css';
import { Button, MantineProvider, Modal, Select, Table } from '@mantine/core';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const parts = [
  createElement(Button, { key: 'button' }, 'Hello'),
  createElement(Table, { key: 'table', data: { head: ['a'], body: [['1']] } }),
  createElement(Select, { key: 'select', data: ['a', 'b'] }),
  createElement(Modal, { key: 'modal', opened: false, onClose: () => {} }),
];
createRoot(document.body).render(createElement(MantineProvider, null, parts));
