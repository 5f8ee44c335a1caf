metodbank.take("cards/1","0ce3bf3a",["Наставник / \u0001glossary.html#term-mentor / Тот, кто «рядом».","Индивидуальный маршрут / \u0001glossary.html#term-route / План &amp; срок."])
