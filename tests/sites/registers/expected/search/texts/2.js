metodbank.take("texts/2","88cbbb09",["","","","Найдите наставника."])
