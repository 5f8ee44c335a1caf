metodbank.take("texts/2","0ce3bf3a",["","","","Найдите наставника."])
