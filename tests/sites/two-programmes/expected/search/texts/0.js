metodbank.take("texts/0","7cb8f48e",["Сравните  и .","Просто текст.","",""])
