metodbank.take("texts/1","48a7b747",["","","Это чтение в парах."])
