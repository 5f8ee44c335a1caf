search Поиск
