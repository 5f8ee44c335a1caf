metodbank.take("texts/1","23c1c0ad",["","Сайт ведут ,  и ."])
